def text = new File(basedir, 'target/diff.md').text
assert text.contains('multiply-adds') || text.contains('MACs') || text.contains('macs')
assert new File(basedir, 'target/diff.html').text.contains('<h2>Layers</h2>')

def builds = new File(basedir, 'target/builds.md').text
assert builds.startsWith('1 added, 1 removed.')
assert builds.contains('`dev.fovea.sample.OtherHead`')
assert new File(basedir, 'target/builds/index.html').text.contains('<h1>Two builds</h1>')
