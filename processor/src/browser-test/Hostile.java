import dev.fovea.Accept;
import dev.fovea.Conv;
import dev.fovea.Dilated;
import dev.fovea.Endpoint;
import dev.fovea.GlobalPool;
import dev.fovea.Input;
import dev.fovea.Network;

/** Names and reasons that would break out of a page if they were not escaped, and findings of several severities. */
@Network(input = @Input(channels = 3, size = 64))
class Hostile {
    @Conv(kernel = 3, padding = 1, stride = 2, out = 8)
    @Endpoint("</script><img src=x onerror=alert(1)>")
    Object größe_大きさ_عرض;

    @Dilated(kernel = 3, rate = 2, padding = 2, out = 8)
    Object a$b;

    @Dilated(kernel = 3, rate = 4, padding = 4, out = 8)
    @Accept(
            value = "DilationCommonDivisor",
            reason = "<script>alert(2)</script> \u202e & \"quoted\" --> ]]> \0 and a very long word: "
                    + "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft")
    Object second;

    @Conv(kernel = 1, stride = 2, out = 8)
    Object skipping;

    @Conv(kernel = 3, out = 8)
    @Endpoint("' onclick='alert(3)")
    Object context_of_a_layer_with_a_name_that_is_longer_than_any_column_of_a_table_on_a_telephone;

    @GlobalPool
    Object pool;
}
