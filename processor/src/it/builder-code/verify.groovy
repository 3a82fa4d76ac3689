// A fault of code that builds a network breaks the build at its expression; what no compiler knows is said to be unknown.
String log = new File(basedir, 'build.log').getText('UTF-8').replace('\\', '/')
assert log.contains('/src/main/java/example/Parts.java:[12,40] [DilationCommonDivisor] gridding: rates 2, 4, 8 ')
assert log.contains('/src/main/java/example/Nets.java:[29,48] [CodeNotRead] ')
assert log.contains('1 error') && log.contains('1 warning')
assert log.contains('BUILD FAILURE')

// Of the code that was read there is a report, findings or not.
File reports = new File(basedir, 'target/classes/META-INF/fovea')
assert new File(reports, 'example.Nets_Sound.json').getText('UTF-8').contains('"stacks"')
