// SPDX-License-Identifier: Apache-2.0
package io.patchbay.rest;

import io.patchbay.api.command.CommandResult;
import io.patchbay.api.command.Problem;
import jakarta.ws.rs.core.Response;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Commands' results as HTTP; the request's thread waits, as a caller over HTTP does. */
final class Answers {
    private static final long PATIENCE_SECONDS = 30;

    private Answers() {}

    static Response of(CompletionStage<CommandResult> result, Locale locale) {
        try {
            return response(result.toCompletableFuture().get(PATIENCE_SECONDS, TimeUnit.SECONDS), locale);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException e) {
            return Problems.response(503, late(), locale);
        }
        return Problems.response(503, late(), locale);
    }

    private static Problem late() {
        return Problem.of(
                "no-answer-yet",
                "There is no answer yet. Ask again with the same Idempotency-Key: it is done at most once.",
                "尚无结果。请用同一 Idempotency-Key 重试，操作最多执行一次。");
    }

    private static Response response(CommandResult result, Locale locale) {
        if (result instanceof CommandResult.Done done) {
            return Response.ok(Map.of("result", done.result())).build();
        }
        if (result instanceof CommandResult.Proposed proposed) {
            return Response.accepted(Map.of(
                            "result", Map.of("approval", proposed.approval().toString())))
                    .build();
        }
        CommandResult.Refused refused = (CommandResult.Refused) result;
        return Problems.response(Problems.status(refused.kind()), refused.problem(), locale);
    }
}
