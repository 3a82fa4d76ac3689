def log = new File(basedir, 'build.log').text
assert log.contains('[INFO] model.zip: 36 layers from 39 nodes')
assert new File(basedir, 'example/UNet.java').text.contains('@Network(input = @Input(axes = 2, channels = 3, size = 512)')
