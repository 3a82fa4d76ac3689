package example;

import org.mapstruct.Mapper;

/** What MapStruct generates. */
@Mapper
public interface SpecMapper {
    Target map(Source source);

    record Source(int kernel) {}

    record Target(int kernel) {}
}
