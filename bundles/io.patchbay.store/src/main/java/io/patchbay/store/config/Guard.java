// SPDX-License-Identifier: Apache-2.0
package io.patchbay.store.config;

import io.patchbay.api.command.Problem;
import io.patchbay.store.ConfigValidator;
import io.patchbay.store.ConfigValidator.Fault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets a configuration pass only if all of it is right. One thread calls {@link #poll}; a changed file is read once it
 * is the same in two polls, so that half a file is never taken.
 */
final class Guard {
    private static final Logger log = LoggerFactory.getLogger(Guard.class);
    /** The store waits for its configuration, also when there is no file. */
    private static final String ALWAYS = "io.patchbay.store.cfg";

    private final Path etc;
    private final Interpolation interpolation;
    private final Function<String, Optional<Schema>> schemas;
    private final Validators validators;
    private final ConfigSink sink;
    private final Map<String, Stamp> seen = new HashMap<>();
    private final Map<String, Stamp> done = new HashMap<>();
    private final ConcurrentSkipListMap<String, Problem> refused = new ConcurrentSkipListMap<>();
    private boolean first = true;

    private record Stamp(FileTime modified, long size) {}

    /** Who checks beyond the metatype. */
    interface Validators {
        /** The validators of a PID; empty if one is still to come from the bundle that describes it. */
        Optional<List<ConfigValidator>> of(String pid, Schema schema);
    }

    Guard(
            Path etc,
            Interpolation interpolation,
            Function<String, Optional<Schema>> schemas,
            Validators validators,
            ConfigSink sink) {
        this.etc = etc;
        this.interpolation = interpolation;
        this.schemas = schemas;
        this.validators = validators;
        this.sink = sink;
    }

    /** What is refused now, by file. */
    Map<String, Problem> refused() {
        return refused;
    }

    void poll() throws IOException {
        Map<ConfigFile, Stamp> present = present();
        for (Map.Entry<ConfigFile, Stamp> entry : present.entrySet()) {
            String file = entry.getKey().file();
            Stamp stamp = entry.getValue();
            boolean settled = stamp.equals(seen.put(file, stamp)) || first;
            if (settled && !stamp.equals(done.get(file)) && look(entry.getKey())) {
                done.put(file, stamp);
            }
        }
        Set<String> gone = new HashSet<>(sink.files());
        gone.addAll(refused.keySet());
        present.keySet().forEach(file -> gone.remove(file.file()));
        for (String file : gone) {
            forget(file);
        }
        first = false;
    }

    private void forget(String file) throws IOException {
        sink.drop(file);
        refused.remove(file);
        seen.remove(file);
        done.remove(file);
    }

    private Map<ConfigFile, Stamp> present() throws IOException {
        Map<ConfigFile, Stamp> present = new TreeMap<>((a, b) -> a.file().compareTo(b.file()));
        ConfigFile.of(ALWAYS).ifPresent(file -> present.put(file, new Stamp(FileTime.fromMillis(0), 0)));
        try (Stream<Path> files = Files.list(etc)) {
            for (Path path : files.toList()) {
                Optional<ConfigFile> file = ConfigFile.of(path.getFileName().toString());
                if (file.isPresent() && Files.isRegularFile(path)) {
                    present.put(file.get(), new Stamp(Files.getLastModifiedTime(path), Files.size(path)));
                }
            }
        }
        return present;
    }

    /** False if whoever could judge the file is not there yet. */
    private boolean look(ConfigFile file) throws IOException {
        Optional<Schema> schema = schemas.apply(file.pid());
        Optional<List<ConfigValidator>> judges = schema.flatMap(it -> validators.of(file.pid(), it));
        if (schema.isEmpty() || judges.isEmpty()) {
            return false;
        }
        Path path = etc.resolve(file.file());
        ConfigText text = new ConfigText(Files.exists(path) ? Files.readString(path) : "");
        List<Fault> faults = new ArrayList<>(text.faults());
        Map<String, String> values = interpolation.fill(text.values(), faults);
        if (faults.isEmpty()) {
            faults.addAll(schema.get().faults(values));
        }
        if (faults.isEmpty()) {
            judges.get().forEach(judge -> faults.addAll(judge.check(values)));
        }
        if (faults.isEmpty()) {
            refused.remove(file.file());
            sink.take(file, schema.get().typed(values));
        } else {
            refuse(file, values, faults, schema.get());
        }
        return true;
    }

    private void refuse(ConfigFile file, Map<String, String> values, List<Fault> faults, Schema schema) {
        List<String> english = new ArrayList<>();
        List<String> chinese = new ArrayList<>();
        for (Fault fault : faults) {
            String value = values.getOrDefault(fault.key(), "");
            String shown = value.isEmpty() ? "" : " = " + (schema.secret(fault.key()) ? "***" : value);
            english.add(fault.key() + shown + " " + fault.reason().english());
            chinese.add(fault.key() + shown + " " + fault.reason().chinese());
        }
        Problem problem = new Problem(
                "config-refused",
                file.file() + " is refused, the last good one stays: " + String.join("; ", english),
                file.file() + " 未被采用，仍使用上一份有效配置：" + String.join("；", chinese));
        refused.put(file.file(), problem);
        log.warn("{}", problem.english());
    }
}
