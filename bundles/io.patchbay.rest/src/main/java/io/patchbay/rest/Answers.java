// SPDX-License-Identifier: Apache-2.0
package io.patchbay.rest;

import io.patchbay.api.command.CommandResult;
import jakarta.ws.rs.container.AsyncResponse;
import jakarta.ws.rs.core.Response;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletionStage;

/** Commands' results as HTTP. */
final class Answers {
    private Answers() {}

    static void answer(CompletionStage<CommandResult> result, AsyncResponse response, Locale locale) {
        result.whenComplete((done, failure) -> {
            if (failure != null) {
                response.resume(failure);
            } else {
                response.resume(response(done, locale));
            }
        });
    }

    private static Response response(CommandResult result, Locale locale) {
        if (result instanceof CommandResult.Done done) {
            return Response.ok(Map.of("result", done.result())).build();
        }
        CommandResult.Refused refused = (CommandResult.Refused) result;
        return Problems.response(Problems.status(refused.kind()), refused.problem(), locale);
    }
}
