def text = new File(basedir, 'target/diff.md').text
assert text.contains('multiply-adds') || text.contains('MACs') || text.contains('macs')
assert new File(basedir, 'target/diff.html').text.contains('<h2>Layers</h2>')
