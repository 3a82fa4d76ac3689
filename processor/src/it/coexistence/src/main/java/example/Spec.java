package example;

import org.immutables.value.Value;

/** What Immutables generates. */
@Value.Immutable
interface Spec {
    int kernel();
}
