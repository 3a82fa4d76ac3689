package dev.fovea.processor.testing;

import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.tools.Diagnostic;
import org.junit.jupiter.api.Test;

/** Where the compilers really point, which is what {@link EcjPlaces} claims. */
final class PositionsTest {
    @Test
    void compilersPointAtValues() {
        Check.expect(() -> new AttributeReporter("kernel"), """
                import static dev.fovea.Padding.SAME;

                import dev.fovea.*;

                class Net {
                    @Conv(kernel = (3)) Object parenthesised;
                    //             ^ error Used
                    @Conv(kernel = Padding.SAME) Object selected;
                    //                    ^ error Used
                    @Conv(kernel = SAME) Object imported;
                    //             ^ error Used
                    @Conv(kernel = 2 + SAME) Object computed;
                    //               ^ error Used
                    @Conv(kernel = -1) Object a, b;
                    //             ^ error Used: a
                    //             ^ error Used: b
                }
                """);
    }

    @Test
    void compilersPointAtStrings() {
        Check.expect(() -> new AttributeReporter("value"), """
                import dev.fovea.*;

                class Net {
                    @Endpoint("C4") Object a;
                    //        ^ error Used
                    @Accept(reason = "none", value = {"A", "B"}) Object b;
                    //                               ^ error Used
                    //                                     ^ warning Entry
                }
                """);
    }

    @Test
    void compilersPointIntoRecordsAndEnums() {
        Check.expect(() -> new AttributeReporter("kernel"), """
                import dev.fovea.*;

                record Net(@Conv(kernel = 3) Object a) {}
                //                        ^ javac error Used
                // nowhere ecj error Used

                enum Layers {
                    @Conv(kernel = 3) LAYER
                    //             ^ javac error Used
                    // nowhere ecj error Used
                }
                """);
    }

    @Test
    void compilersPointAtElementsAndAnnotations() {
        Check.expect(ElementReporter::new, """
                import dev.fovea.*;

                @Network
                // <- warning Annotation
                public final class Net {
                //           ^ note Type
                    @Conv(kernel = 3)
                //  ^ warning Annotation
                //  ^ warning Annotation
                    private Object a, b;
                    //             ^ note Field
                    //                ^ note Field
                }

                enum Empty {}
                // <- note Type

                interface None {}
                // <- note Type

                record Fields(int field) {}
                // <- javac note Type
                // nowhere ecj note Type
                //                ^ javac note Field
                // nowhere ecj note Field
                """);
    }

    /** Reports types, fields, and their annotations, each at itself. */
    private static final class ElementReporter extends AbstractProcessor {
        @Override
        public Set<String> getSupportedAnnotationTypes() {
            return Set.of("*");
        }

        @Override
        public SourceVersion getSupportedSourceVersion() {
            return SourceVersion.latest();
        }

        @Override
        public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
            for (Element type : round.getRootElements()) {
                report("[Type] ", type);
                for (Element member : type.getEnclosedElements()) {
                    if (member.getKind().isField()) {
                        report("[Field] ", member);
                    }
                }
            }
            return false;
        }

        private void report(String rule, Element element) {
            processingEnv.getMessager().printMessage(Diagnostic.Kind.NOTE, rule + element, element);
            for (AnnotationMirror mirror : element.getAnnotationMirrors()) {
                processingEnv
                        .getMessager()
                        .printMessage(Diagnostic.Kind.WARNING, "[Annotation] of " + element, element, mirror);
            }
        }
    }
}
