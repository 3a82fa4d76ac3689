def log = new File(basedir, 'build.log').text
assert log.contains('1 finding of severity warning or above in the model')
