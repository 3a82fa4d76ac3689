package dev.fovea.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class StopwatchTest {
    private static Stopwatch after(Long... milliseconds) {
        Iterator<Long> times = List.of(milliseconds).iterator();
        Stopwatch watch = new Stopwatch(() -> times.next() * 1_000_000);
        watch.lap("analysis and rules");
        watch.lap("report");
        watch.lap("pages");
        return watch;
    }

    @Test
    void aModelOfUpToASecondIsNotWorthANote() {
        assertEquals(Optional.empty(), after(7L, 200L, 900L, 1007L).note("Net"));
    }

    @Test
    void aLongerOneIsToldByWhatTookTheTime() {
        assertEquals(
                Optional.of("Fovea worked 2.8 s on com.acme.Net: 2.5 s pages, 0.3 s analysis and rules"),
                after(0L, 250L, 290L, 2830L).note("com.acme.Net"));
    }
}
