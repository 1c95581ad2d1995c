// SPDX-License-Identifier: Apache-2.0
package io.patchbay.store.tables;

import io.patchbay.api.command.Problem;
import io.patchbay.store.ConfigValidator.Fault;
import io.patchbay.store.Home;
import io.patchbay.store.config.Interpolation;
import io.patchbay.store.copy.CopyFailed;
import io.patchbay.store.copy.CopyTarget;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A target's password with variables filled in, as the configuration's will be. */
final class TargetPassword {
    private TargetPassword() {}

    static String of(CopyTarget target, Home home) {
        List<Fault> faults = new ArrayList<>();
        Map<String, String> filled =
                new Interpolation(home.root(), System::getenv).fill(Map.of("password", target.password()), faults);
        if (!faults.isEmpty()) {
            Problem reason = faults.get(0).reason();
            throw new CopyFailed(
                    Problem.of(
                            "copy-password", "The password " + reason.english() + ".", "密码" + reason.chinese() + "。"),
                    null);
        }
        return filled.get("password");
    }
}
