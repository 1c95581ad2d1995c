// SPDX-License-Identifier: Apache-2.0
package io.patchbay.routing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.patchbay.api.command.Actor;
import io.patchbay.api.command.CommandResult;
import io.patchbay.api.queue.Code;
import io.patchbay.api.queue.QueueCommand;
import io.patchbay.routing.settings.OneUnit;
import io.patchbay.store.plain.PlainStore;
import io.patchbay.testkit.TestDatabases;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CodesInTheTextTest {
    private static final Actor ADMIN = new Actor.Part("test");

    private interface Work {
        void with(RoutingComponent routing);
    }

    private static void routing(Path home, Work work) throws SQLException {
        try (PlainStore store = new PlainStore(home, TestDatabases.memory())) {
            ClassLoader classes = CodesInTheTextTest.class.getClassLoader();
            store.migrations().migrate("io.patchbay.routing", classes, "io/patchbay/routing/changelog.sql");
            RoutingComponent routing =
                    new RoutingComponent(store.unit(classes, "routing"), store.outbox(), new OneUnit());
            work.with(routing);
            routing.close();
        }
    }

    private static CommandResult save(RoutingComponent routing, Map<String, Object> body) {
        return routing.settings().carryOut(ADMIN, new SaveCodeHandler(routing).read(body), "");
    }

    @Test
    void aTreeComesBackFromTheTextInWhateverOrderItTakes(@TempDir Path one, @TempDir Path other) throws SQLException {
        Map<String, Map<String, Object>> text = new TreeMap<>();
        routing(one, routing -> {
            Code fees = new Code(Code.Use.DISPOSITION, "fees", "Fees", "费用", false, Optional.of("complaint"));
            Code card = new Code(Code.Use.DISPOSITION, "card", "Card", "卡费", false, Optional.of("fees"));
            routing.settings().carryOut(ADMIN, new QueueCommand.SaveCode(fees), "");
            routing.settings().carryOut(ADMIN, new QueueCommand.SaveCode(card), "");
            text.putAll(new RoutingParts.Codes(routing).items());
        });
        assertEquals("fees", text.get("DISPOSITION/card").get("parent"));
        routing(other, routing -> {
            RoutingParts.Codes part = new RoutingParts.Codes(routing);
            for (int round = 0; round < 3; round++) { // as the importer does: what needs another comes later
                text.forEach((id, item) -> save(routing, part.saving(id, item)));
            }
            assertEquals(text, part.items());
        });
    }
}
