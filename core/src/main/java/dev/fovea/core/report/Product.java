package dev.fovea.core.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.Properties;

/** What the build says of this processor. */
public final class Product {
    private final Properties properties = new Properties();

    /** Reads what was filled in when this was built. */
    public Product() {
        try (InputStream file = Product.class.getResourceAsStream("product.properties")) {
            properties.load(file);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    String version() {
        return properties.getProperty("version");
    }

    /** The address of the product's repository; empty where the build names none. */
    Optional<String> url() {
        return Optional.of(properties.getProperty("url")).filter(url -> !url.isBlank());
    }

    /** What precedes the name of a rule's page: without an address, the path in the repository. */
    public String pages() {
        return url().map(url -> url + "/").orElse("") + "docs/rules/";
    }
}
