// SPDX-License-Identifier: Apache-2.0
package io.patchbay.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.io.IOException;
import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The OpenAPI document names exactly the methods that the resources have, and which of them are open. */
final class DescriptionTest {
    private static final List<Class<?>> RESOURCES = List.of(
            AgentsResource.class,
            ApprovalsResource.class,
            AttachmentsResource.class,
            CodesResource.class,
            CommandsResource.class,
            ConfigResource.class,
            DescriptionResource.class,
            FeaturesResource.class,
            FlowResource.class,
            FrequentResource.class,
            InteractionsResource.class,
            JournalResource.class,
            MetricsResource.class,
            PeopleResource.class,
            RecordingsResource.class,
            RightsResource.class,
            StateResource.class,
            TokensResource.class,
            TraceResource.class);

    @Test
    void theDocumentAndTheResourcesAgree() throws IOException {
        assertEquals(ofResources(), ofDocument());
    }

    private static Set<String> ofResources() {
        Set<String> operations = new TreeSet<>();
        for (Class<?> resource : RESOURCES) {
            for (Method method : resource.getDeclaredMethods()) {
                for (Annotation annotation : method.getAnnotations()) {
                    HttpMethod http = annotation.annotationType().getAnnotation(HttpMethod.class);
                    if (http != null) {
                        operations.add(http.value() + " " + path(resource, method) + open(method));
                    }
                }
            }
        }
        return operations;
    }

    private static String path(Class<?> resource, Method method) {
        Path own = method.getAnnotation(Path.class);
        String path = "/" + resource.getAnnotation(Path.class).value() + "/" + (own == null ? "" : own.value());
        String clean = path.replaceAll("/+", "/");
        return clean.endsWith("/") ? clean.substring(0, clean.length() - 1) : clean;
    }

    private static String open(Method method) {
        return method.isAnnotationPresent(Open.class) ? " open" : "";
    }

    private static Set<String> ofDocument() throws IOException {
        Set<String> operations = new TreeSet<>();
        try (InputStream document = DescriptionResource.class.getResourceAsStream("openapi.json")) {
            JsonNode paths = new ObjectMapper().readTree(document).get("paths");
            paths.properties().forEach(path -> path.getValue()
                    .properties()
                    .forEach(operation -> operations.add(operation.getKey().toUpperCase(Locale.ROOT) + " "
                            + path.getKey() + (operation.getValue().has("security") ? " open" : ""))));
        }
        return operations;
    }
}
