package dev.fovea.core.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.fovea.report.Rational;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class FarthestTest {
    private static final int LISTS = 20_000;

    @Test
    void theFarthestPairIsTheFirstOfThoseThatLieEquallyFarApart() {
        Random random = new Random(1);
        for (int i = 0; i < LISTS; i++) {
            List<Optional<Farthest.Value>> values = new ArrayList<>();
            int length = random.nextInt(7);
            while (values.size() < length) {
                Rational number = Rational.of(random.nextInt(7) - 3, 1 + random.nextInt(2));
                values.add(
                        random.nextInt(6) == 0
                                ? Optional.empty()
                                : Optional.of(new Farthest.Value(random.nextInt(2), number)));
            }
            assertEquals(pairByPair(values), Farthest.of(values), values::toString);
        }
    }

    private static Optional<Farthest> pairByPair(List<Optional<Farthest.Value>> values) {
        Optional<Farthest> best = Optional.empty();
        Rational most = Rational.ZERO;
        for (int i = 0; i < values.size(); i++) {
            for (int k = 0; k < i; k++) {
                if (values.get(i).isPresent() && values.get(k).isPresent()) {
                    Farthest.Value one = values.get(k).get();
                    Farthest.Value other = values.get(i).get();
                    Rational apart = one.number().minus(other.number()).abs();
                    if (one.group().equals(other.group()) && apart.compareTo(most) > 0) {
                        most = apart;
                        best = Optional.of(new Farthest(k, i, apart));
                    }
                }
            }
        }
        return best;
    }
}
