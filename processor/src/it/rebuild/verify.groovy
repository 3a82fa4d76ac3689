import groovy.json.JsonSlurper

// One part of the log per invocation.
List<String> builds = new File(basedir, 'build.log').getText('UTF-8').split(/\[INFO\] Scanning for projects\.\.\./).drop(1)
assert builds.size() == 7

String fault = '/src/main/java/example/Head.java:[6,33] [DilationCommonDivisor] gridding: rates 2, 2 of near, far '
boolean[] compiles = [true, false, true, true, true, true, true]
builds.eachWithIndex { log, build ->
    assert log.contains('Nothing to compile') != compiles[build] : log
    assert log.replace('\\', '/').contains(fault) == (build in [2, 3]) : log
}

def size = { String model ->
    def report = new JsonSlurper().parse(new File(basedir, "target/classes/META-INF/fovea/example.${model}.json"))
    report.layers.last().field[0].size
}
assert [size('Head'), size('Small'), size('Large')] == [9, 7, 25]

new URLClassLoader(new File(basedir, 'target/classes').toURI().toURL()).withCloseable { loader ->
    def sizes = loader.loadClass('example.Sizes')
    assert [sizes.HEAD, sizes.SMALL, sizes.LARGE] == [9, 7, 25]
}

// Nothing is left of the model that is gone.
assert !new File(basedir, 'target/classes/example/OldReceptiveField.class').exists()
assert !new File(basedir, 'target/classes/META-INF/fovea/example.Old.json').exists()
