// One part of the log per invocation.
List<String> builds = new File(basedir, 'build.log').getText('UTF-8').replace('\\', '/')
        .split(/\[INFO\] Scanning for projects\.\.\./).drop(1)
String finding = '/src/main/java/example/Head.java:[6,33] [DilationCommonDivisor] '
def printed = builds.collect { log -> log.readLines().findAll { it.contains(finding) }.collect { it.split(' ')[0] } }

assert printed == [['[INFO]'], ['[WARNING]'], ['[WARNING]'], []]
assert builds[1].contains('warnings found and -Werror specified')
assert builds[3].contains('Nothing to compile')
assert new File(basedir, 'target/classes/META-INF/fovea/example.Head.json').isFile()
