// SPDX-License-Identifier: Apache-2.0
package io.patchbay.provision.plan;

import io.patchbay.api.command.Problem;
import java.util.Collection;
import java.util.Optional;

/** Why a change of a feature is refused, in words. */
final class Refusals {
    private Refusals() {}

    static Problem unknown(String name, Optional<String> version) {
        return Problem.of(
                "unknown-feature",
                "There is no feature {0}{1}. Put its repository into the folder features of the home.",
                "没有功能 {0}{1}，请将其功能库放入主目录的 features 文件夹。",
                name,
                version.map(one -> " " + one).orElse(""));
    }

    static Problem alreadyThere(String name) {
        return Problem.of("feature-installed", "The feature {0} is installed already.", "功能 {0} 已安装。", name);
    }

    static Problem notThere(String name) {
        return Problem.of("feature-not-installed", "The feature {0} is not installed.", "功能 {0} 未安装。", name);
    }

    static Problem newest(String name, String version) {
        return Problem.of(
                "feature-newest",
                "The feature {0} is installed in version {1}; there is no newer one.",
                "功能 {0} 已是最新版本 {1}。",
                name,
                version);
    }

    static Problem itself(String name) {
        return Problem.of(
                "feature-itself",
                "The feature {0} installs and uninstalls the others; it stays.",
                "功能 {0} 负责安装和卸载其他功能，不能卸载。",
                name);
    }

    static Problem needed(String name, Collection<String> by) {
        return Problem.of(
                "feature-needed",
                "The feature {0} is needed by {1}. Uninstall these first.",
                "功能 {0} 被 {1} 依赖，请先卸载它们。",
                name,
                String.join(", ", by));
    }

    static Problem restarts(String name, Collection<String> bundles) {
        return Problem.of(
                "feature-restarts",
                "Changing {0} would restart bundles of other features: {1}. Stop Patchbay and change it then.",
                "变更 {0} 会重启其他功能的组件：{1}。请停止 Patchbay 后再变更。",
                name,
                String.join(", ", bundles));
    }
}
