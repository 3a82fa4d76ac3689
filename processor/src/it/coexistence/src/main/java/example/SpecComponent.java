package example;

import dagger.Component;

/** What Dagger generates. */
@Component
interface SpecComponent {
    Net net();
}
