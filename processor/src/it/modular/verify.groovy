import java.util.jar.JarFile

def jar = { String artifact ->
    File version = new File(localRepositoryPath, "dev/fovea/${artifact}").listFiles().find { it.directory }
    new File(version, "${artifact}-${version.name}.jar")
}

// The client runs as a module, and so do the annotations.
String java = new File(System.getProperty('java.home'), 'bin/java').path
String path = [new File(basedir, 'target/classes'), jar('fovea-annotations')].join(File.pathSeparator)
Process run = new ProcessBuilder(java, '-p', path, '-m', 'client/example.Program').redirectErrorStream(true).start()
assert run.inputStream.text.trim() == 'module dev.fovea, size 7'
assert run.waitFor() == 0

new JarFile(jar('fovea-processor')).withCloseable {
    assert it.manifest.mainAttributes.getValue('Automatic-Module-Name') == 'dev.fovea.processor'
}
