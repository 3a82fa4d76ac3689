def source = new File(basedir, 'target/generated-sources/fovea/example/UNet.java').text
assert source.contains('public static final int TILE_STEP = 8;')
assert source.contains('public static final long MACS = 9221177344L;')
def log = new File(basedir, 'build.log').text
// The second build finds the file as it was.
assert log.count('wrote ') == 1

// What docs/models.md shows of this model.
def page = new File(docs, 'models.md').getText('UTF-8').replace('\r', '')
def shown = page =~ /(?s)as compile-time constants:\n\n```java\n(.*?)```\n/
assert shown : 'no constants in docs/models.md'
assert shown.group(1).readLines().findAll { !source.contains(it) } == []
