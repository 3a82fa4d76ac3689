// What README.md shows is this project's source and what Maven printed about it.
def block = { String name ->
    String text = new File(readme).getText('UTF-8').replace('\r', '')
    def found = text =~ /(?s)<!-- processor\/src\/it\/gridding: ${java.util.regex.Pattern.quote(name)} -->\n```\w*\n(.*?)```\n/
    assert found : "no block for ${name} in the README"
    found.group(1)
}
String log = new File(basedir, 'build.log').getText('UTF-8').replace('\r', '').replace('\\', '/')
String folder = basedir.path.replace('\\', '/')
String source = new File(basedir, 'src/main/java/example/SegmentationHead.java').getText('UTF-8').replace('\r', '')

assert log.contains('BUILD FAILURE') : 'no failure'
assert log.contains('/src/main/java/example/SegmentationHead.java:[6,33] [DilationCommonDivisor] ') : 'elsewhere'
String shown = log.replace(folder, '…')
assert shown.contains(block('output')) : "The README's output is not what is printed:\n${shown}"
assert source.trim() == block('src/main/java/example/SegmentationHead.java').trim() : "The README's source is not SegmentationHead.java"
String pom = new File(basedir, 'pom.xml').getText('UTF-8').replace('\r', '')
assert pom.trim() == block('pom.xml').trim() : "The README's pom.xml is not this project's"

// What the last line of the message says to run works with the jar alone.
File jar = new File(localRepositoryPath, 'dev/fovea/fovea-processor').listFiles()
        .findAll { it.directory }.collectMany { it.listFiles() as List }.find { it.name ==~ /fovea-processor-.*SNAPSHOT\.jar/ }
def explain = [new File(System.getProperty('java.home'), 'bin/java').path, '-jar', jar.path, 'DilationCommonDivisor'].execute()
assert explain.text.startsWith('# DilationCommonDivisor')
