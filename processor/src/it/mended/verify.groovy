// What README.md says to do next: the proposed rates compile, the program prints the report, and there are pages.
assert new File(basedir, 'build.log').getText('UTF-8').contains('BUILD SUCCESS')
assert new File(basedir, 'target/fovea/example.SegmentationHead.html').isFile()
assert new File(basedir, 'target/fovea/index.html').isFile()
File jar = new File(localRepositoryPath, 'dev/fovea/fovea-annotations').listFiles()
        .findAll { it.directory }.collectMany { it.listFiles() as List }.find { it.name ==~ /fovea-annotations-.*SNAPSHOT\.jar/ }
def run = [new File(System.getProperty('java.home'), 'bin/java').path, '-cp',
        new File(basedir, 'target/classes').path + File.pathSeparator + jar.path, 'example.Main'].execute()
String printed = run.text
assert printed.contains('context3') && printed.contains('27') : printed
