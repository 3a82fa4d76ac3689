// The logs of a project with the options that docs/ci.md shows.
import groovy.json.JsonSlurper

def page = new File(new File(readme).parentFile, 'docs/ci.md').getText('UTF-8').replace('\r', '')
def block = page =~ /(?s)<!-- processor\/src\/it\/ci: options -->\n```xml\n(.*?)```\n/
assert block : 'no block for the options in docs/ci.md'
def stripped = { String text -> text.readLines()*.trim().findAll() }
assert stripped(new File(basedir, 'pom.xml').getText('UTF-8')).join('\n').contains(stripped(block.group(1)).join('\n'))

// The tests' compilation, which has no model, left the log of the main sources alone.
def run = new JsonSlurper().parse(new File(basedir, 'target/fovea.sarif'), 'UTF-8').runs[0]
def results = run.results.collect {
    def place = it.locations[0].physicalLocation
    [it.ruleId, it.level, it.suppressions*.justification, place.artifactLocation.uri, place.region.startLine]
}
def file = 'src/main/java/example/Head.java'
assert results == [
    ['DilationCommonDivisor', 'error', ['weights of release 12 were trained with these rates'], file, 8],
    ['UnusedAcceptance', 'note', [], file, 11]]
assert run.tool.driver.rules.every { it.help.markdown }

def issues = new JsonSlurper().parse(new File(basedir, 'target/fovea-codequality.json'), 'UTF-8')
assert issues.collect { [it.check_name, it.severity, it.location.path, it.location.lines.begin] } ==
        [['UnusedAcceptance', 'info', file, 11]]
