// Each "// [Rule]" in the sources is an error at the rate of its line, and there are no others.
String log = new File(basedir, 'build.log').getText('UTF-8').replace('\\', '/')
int expected = 0
new File(basedir, 'src/main/java/example').eachFile { file ->
    file.readLines('UTF-8').eachWithIndex { line, index ->
        def rule = line =~ /\/\/ (\[\w+])/
        if (rule) {
            int column = line.indexOf('rate = ') + 'rate = '.length() + 1
            String error = "/src/main/java/example/${file.name}:[${index + 1},${column}] ${rule.group(1)} "
            assert log.contains(error) : error
            expected++
        }
    }
}
assert expected == 4
assert log.contains("[INFO] ${expected} errors") : 'other errors too'
assert log.contains('BUILD FAILURE') : 'no failure'
