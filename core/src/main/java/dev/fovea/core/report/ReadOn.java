package dev.fovea.core.report;

/** Where to read on about a rule, without a network: its page, which the processor's jar has too. */
public final class ReadOn {
    private final Product product = new Product();

    /** {@code read on: docs/rules/DilationGap.md, or java -jar fovea-processor-1.0.jar DilationGap}. */
    public String line(String rule) {
        return "read on: %s%s.md, or java -jar fovea-processor-%s.jar %s"
                .formatted(product.pages(), rule, product.version(), rule);
    }
}
