package example;

import lombok.AllArgsConstructor;
import lombok.Builder;
import lombok.Data;
import lombok.NoArgsConstructor;

/** What Lombok generates. */
@Data
@Builder
@NoArgsConstructor
@AllArgsConstructor
public class LombokSpec {
    private int kernel;
}
