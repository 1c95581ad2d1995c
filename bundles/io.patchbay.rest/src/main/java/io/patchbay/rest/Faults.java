// SPDX-License-Identifier: Apache-2.0
package io.patchbay.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.patchbay.api.command.Problem;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Whatever goes wrong becomes an answer in words; what nobody expected is logged. */
final class Faults implements ExceptionMapper<Throwable> {
    private static final Logger log = LoggerFactory.getLogger(Faults.class);

    @Context
    private HttpHeaders headers;

    @Override
    public Response toResponse(Throwable fault) {
        if (fault instanceof JsonProcessingException) {
            return Problems.response(
                    400,
                    Problem.of("bad-json", "The body is not the JSON expected here.", "请求体不是有效的 JSON。"),
                    Problems.locale(headers));
        } else if (fault instanceof WebApplicationException known) {
            Response response = known.getResponse();
            return response.hasEntity()
                    ? response
                    : Problems.response(
                            response.getStatus(),
                            Problem.of(
                                    "http-" + response.getStatus(),
                                    "This cannot be done here: {0}.",
                                    "无法处理该请求：{0}。",
                                    response.getStatusInfo().getReasonPhrase()),
                            Problems.locale(headers));
        }
        log.error("A request failed", fault);
        return Problems.response(
                500,
                Problem.of("internal", "Something went wrong in Patchbay; its log says more.", "Patchbay 内部出错，详见日志。"),
                Problems.locale(headers));
    }
}
