assert new File(basedir, 'target/classes/META-INF/fovea/example.Head.json').isFile()
assert new File(basedir, 'build.log').getText('UTF-8').contains('BUILD SUCCESS')
