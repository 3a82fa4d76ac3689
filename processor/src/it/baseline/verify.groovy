// The options that docs/adopting.md shows: a baseline is written once, and accepts what is in it.
def page = new File(new File(readme).parentFile, 'docs/adopting.md').getText('UTF-8').replace('\r', '')
def block = page =~ /(?s)<!-- processor\/src\/it\/baseline: pom\.xml -->\n```xml\n(.*?)```\n/
assert block : 'no block for the baseline in docs/adopting.md'

List<String> builds = new File(basedir, 'build.log').getText('UTF-8').replace('\\', '/')
        .split(/\[INFO\] Scanning for projects\.\.\./).drop(1)
assert builds[0].contains('fovea-baseline.txt does not exist; write it with -Afovea.newbaseline=')
assert builds[0].contains('[DilationCommonDivisor] ')
assert builds[1].contains('[DilationCommonDivisor] ')
assert !builds[2].contains('[DilationCommonDivisor] ')
List<String> known = new File(basedir, 'fovea-baseline.txt').readLines('UTF-8').findAll { !it.startsWith('#') }
assert known.size() == 1 && page.contains(known[0]) && known[0].endsWith(' DilationCommonDivisor example.Head.near')
