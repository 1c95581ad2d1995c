// SPDX-License-Identifier: Apache-2.0
package io.patchbay.routing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.patchbay.api.command.Actor;
import io.patchbay.api.command.CommandResult;
import io.patchbay.api.health.HealthPart.Health;
import io.patchbay.api.health.HealthPart.Level;
import io.patchbay.api.queue.QueueCommand;
import io.patchbay.routing.guard.StrategyBook;
import io.patchbay.routing.matching.NamedQueues;
import io.patchbay.routing.strategy.LongestIdle;
import io.patchbay.spi.routing.RoutingStrategy;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class PlugInStrategiesTest {
    private final StrategyBook book = new StrategyBook();
    private final PlugInStrategies plugIns = new PlugInStrategies(book);
    private final RoutingStrategy own = new LongestIdle();

    private List<String> wrong() {
        return plugIns.lines().stream()
                .filter(line -> line.level() != Level.UP)
                .map(Health::part)
                .toList();
    }

    @Test
    void aStrategyComesAndGoesUnderTheIdOfItsProperty() {
        plugIns.addStrategy(own, Map.of("service.id", 1L));
        assertEquals("slack-first", book.effective("own"));
        plugIns.addStrategy(own, Map.of(PlugInStrategies.ID, "own"));
        assertEquals("own", book.effective("own"));
        assertEquals(List.of(), wrong());
        plugIns.removeStrategy(own, Map.of(PlugInStrategies.ID, "own"));
        assertEquals("slack-first", book.effective("own"));
        assertEquals(List.of("strategy:own"), wrong());
    }

    @Test
    void healthNamesWhatWasCutOffUntilAnAdministratorChoosesIt() {
        plugIns.addStrategy(own, Map.of(PlugInStrategies.ID, "own"));
        book.strategy("own").nonsense("it gave alice what she cannot take");
        assertEquals(List.of("strategy:own"), wrong());
        plugIns.after(
                new Actor.Part("test"),
                new QueueCommand.SaveQueue(NamedQueues.queue("loans", "own")),
                new CommandResult.Done());
        assertEquals(List.of(), wrong());
    }
}
