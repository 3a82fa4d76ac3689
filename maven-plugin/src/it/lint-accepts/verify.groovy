def log = new File(basedir, 'build.log').text
assert !log.contains('[DilationCommonDivisor]')
assert new File(basedir, 'target/fovea/index.html').exists()
