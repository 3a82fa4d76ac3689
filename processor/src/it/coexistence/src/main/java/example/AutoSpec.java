package example;

import com.google.auto.value.AutoValue;

/** What AutoValue generates. */
@AutoValue
abstract class AutoSpec {
    abstract int kernel();

    static AutoSpec of(int kernel) {
        return new AutoValue_AutoSpec(kernel);
    }
}
