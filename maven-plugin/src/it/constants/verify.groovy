def source = new File(basedir, 'target/generated-sources/fovea/example/UNet.java').text
assert source.contains('public static final int TILE_STEP = 8;')
assert source.contains('public static final long MACS = 9221177344L;')
def log = new File(basedir, 'build.log').text
// The second build finds the file as it was.
assert log.count('wrote ') == 1
