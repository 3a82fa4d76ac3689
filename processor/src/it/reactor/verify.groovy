import java.util.jar.JarFile

// One part of the log per invocation.
List<String> builds = new File(basedir, 'build.log').getText('UTF-8').split(/\[INFO\] Scanning for projects\.\.\./).drop(1)
assert builds*.count('Nothing to compile') == [0, 0, 3]
assert builds.every { it.contains('Using the MultiThreadedBuilder implementation with a thread count of 2') }

// The jars hold the reports, and those of the users follow the library's block.
def jars = ['blocks', 'near', 'far'].collectEntries { [it, new File(basedir, "${it}/target/${it}-1.jar")] }
['blocks': 'example.blocks.Context', 'near': 'example.near.Near', 'far': 'example.far.Far'].each { module, model ->
    new JarFile(jars[module]).withCloseable { jar ->
        assert jar.entries()*.name.findAll { it.endsWith('.json') } == ["META-INF/fovea/${model}.json".toString()]
    }
}
new URLClassLoader(jars.values()*.toURI()*.toURL() as URL[]).withCloseable { loader ->
    assert loader.loadClass('example.near.Near').SIZE == 9
    assert loader.loadClass('example.far.Far').SIZE == 9 + 6 * 2 + 2 * 2
}
