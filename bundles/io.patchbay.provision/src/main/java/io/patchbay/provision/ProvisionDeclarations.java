// SPDX-License-Identifier: Apache-2.0
package io.patchbay.provision;

import io.patchbay.provision.api.FeatureCommand;
import io.patchbay.spi.event.Declarations;
import io.patchbay.spi.event.EventType;
import io.patchbay.spi.event.EventWords;
import io.patchbay.spi.event.PermissionType;
import java.util.List;
import org.osgi.service.component.annotations.Component;

/** The permission features ask for and the words of their journal entries. */
@Component
public final class ProvisionDeclarations implements Declarations {
    /** Made by the container. */
    public ProvisionDeclarations() {}

    @Override
    public List<PermissionType> permissions() {
        return List.of(
                new PermissionType(FeatureCommand.PERMISSION, "Install, update and uninstall features", "安装、更新和卸载功能"));
    }

    @Override
    public List<EventType> events() {
        return List.of(
                new EventWords(
                        "feature.installed", 1, "Feature {feature} {version} installed", "功能 {feature} {version} 已安装"),
                new EventWords(
                        "feature.updated", 1, "Feature {feature} updated to {version}", "功能 {feature} 已更新至 {version}"),
                new EventWords(
                        "feature.uninstalled",
                        1,
                        "Feature {feature} {version} uninstalled",
                        "功能 {feature} {version} 已卸载"),
                new EventWords("channel.drained", 1, "Channel {channel} takes no new contacts", "渠道 {channel} 停止接收新联络"),
                new EventWords("channel.opened", 1, "Channel {channel} takes contacts again", "渠道 {channel} 恢复接收联络"));
    }
}
