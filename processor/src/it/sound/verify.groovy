// The project compiled against the artifacts as they are installed: what is in them?
import groovy.xml.XmlSlurper
import java.util.jar.JarFile

String log = new File(basedir, 'build.log').getText('UTF-8')
assert log.contains('Tests run: 1, Failures: 0') : 'no test ran'
assert new File(basedir, 'target/classes/META-INF/fovea/example.SegmentationHead.json').isFile()

def installed = { String artifact, String type ->
    File folder = new File(localRepositoryPath, "dev/fovea/${artifact}")
    File version = folder.listFiles().find { it.directory }
    File file = new File(version, "${artifact}-${version.name}.${type}")
    assert file.isFile()
    file
}

// JavaPoet is in the processor's jar, under another name, and no longer in its pom.
def pom = new XmlSlurper().parse(installed('fovea-processor', 'pom'))
assert pom.dependencies.dependency.findAll { !(it.scope.text() in ['provided', 'test']) }*.artifactId*.text() ==
        ['fovea-annotations']

new JarFile(installed('fovea-processor', 'jar')).withCloseable { jar ->
    def names = jar.entries().collect { it.name }
    def text = { String name ->
        assert name in names
        jar.getInputStream(jar.getEntry(name)).getText('UTF-8').trim()
    }
    assert 'dev/fovea/processor/shaded/javapoet/JavaFile.class' in names
    assert names.findAll { it.endsWith('.class') && !it.startsWith('dev/fovea/processor/') && !it.startsWith('dev/fovea/core/') } == []
    assert names.countBy { it }.findAll { it.value > 1 }.isEmpty()
    assert text('META-INF/services/javax.annotation.processing.Processor') == 'dev.fovea.processor.FoveaProcessor'
    assert text('META-INF/gradle/incremental.annotation.processors') == 'dev.fovea.processor.FoveaProcessor,DYNAMIC'
    assert text('META-INF/LICENSE').contains('Apache License')
    assert text('META-INF/NOTICE').contains('JavaPoet')
    assert names.findAll { it =~ /Test|junit|(?i)example/ } == []
    // A class that is loaded under its old name would only fail at a user's.
    jar.entries().findAll { it.name.endsWith('.class') }.each {
        String bytes = new String(jar.getInputStream(it).bytes, 'ISO-8859-1')
        assert !bytes.contains('com/palantir/') && !bytes.contains('com.palantir.'), it.name
    }
}

new JarFile(installed('fovea-annotations', 'jar')).withCloseable { jar ->
    assert jar.getEntry('META-INF/LICENSE') != null
    assert jar.getEntry('META-INF/fovea/report.schema.json') != null
}
assert new XmlSlurper().parse(installed('fovea-annotations', 'pom')).dependencies.dependency
        .every { it.scope.text() == 'test' }
