// Each "// [Rule]" in the sources is an error at the rate of its line, and there are no others.
import groovy.json.JsonSlurper

String log = new File(basedir, 'build.log').getText('UTF-8').replace('\\', '/')
List<List> expected = []
new File(basedir, 'src/main/java/example').eachFile { file ->
    file.readLines('UTF-8').eachWithIndex { line, index ->
        def rule = line =~ /\/\/ (\[\w+])/
        if (rule) {
            int column = line.indexOf('rate = ') + 'rate = '.length() + 1
            String error = "/src/main/java/example/${file.name}:[${index + 1},${column}] ${rule.group(1)} "
            assert log.contains(error) : error
            expected << [rule.group(1), file.name, index + 1, column]
        }
    }
}
assert expected.size() == 4
assert log.contains("[INFO] ${expected.size()} errors") : 'other errors too'
assert log.contains('BUILD FAILURE') : 'no failure'

// The failed build leaves the same findings in its SARIF log.
def results = new JsonSlurper().parse(new File(basedir, 'target/fovea.sarif'), 'UTF-8').runs[0].results.collect {
    def place = it.locations[0].physicalLocation
    ["[${it.ruleId}]".toString(), place.artifactLocation.uri.split('/').last(), place.region.startLine, place.region.startColumn]
}
assert results as Set == expected as Set
assert results.size() == expected.size()
