package dev.fovea.core.report;

import dev.fovea.core.finding.Reported;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;

/** What is the same for a finding in every compilation, wherever its lines move: rule and qualified place. */
final class Fingerprints {
    private final Map<String, Integer> used = new HashMap<>();

    /** The fingerprint of the next finding; different from those before it. */
    String next(Reported finding) {
        String text = String.join("\n", finding.rule(), finding.anchor(), finding.detail());
        int number = used.merge(text, 1, Integer::sum);
        return hash(number == 1 ? text : text + "\n" + number);
    }

    private static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 16);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }
}
