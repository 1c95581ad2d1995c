// SPDX-License-Identifier: Apache-2.0
package io.patchbay.camel.endpoint;

import io.patchbay.api.command.CommandResult;
import java.util.concurrent.CompletionStage;
import org.apache.camel.AsyncCallback;
import org.apache.camel.Exchange;

/** What came of a command, in the exchange: the result as body, or the refusal's words as failure. */
final class Answers {
    private Answers() {}

    static boolean await(Hop hop, CompletionStage<CommandResult> stage, Exchange exchange, AsyncCallback callback) {
        return hop.await(stage, result -> take(result, exchange), exchange, callback);
    }

    private static void take(CommandResult result, Exchange exchange) {
        if (result instanceof CommandResult.Done done) {
            exchange.getMessage().setBody(done.result());
        } else if (result instanceof CommandResult.Refused refused) {
            exchange.setException(new RefusedException(
                    refused.problem().code(), refused.problem().english()));
        }
    }
}
