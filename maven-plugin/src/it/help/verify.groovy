def log = new File(basedir, 'build.log').text
['fovea:lint', 'fovea:constants', 'fovea:import', 'fovea:diff', 'fovea:verify'].each { assert log.contains(it) }
return true
