// SPDX-License-Identifier: Apache-2.0
package io.patchbay.settings;

import io.patchbay.api.settings.ParameterKind;
import io.patchbay.api.settings.ParameterType;
import io.patchbay.settings.api.ConfigCommand;
import io.patchbay.settings.api.SettingKind;
import io.patchbay.spi.event.Declarations;
import io.patchbay.spi.event.EventType;
import io.patchbay.spi.event.EventWords;
import io.patchbay.spi.event.PermissionType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.osgi.service.component.annotations.Component;

/** What this bundle asks for, writes and reads. */
@Component
public final class SettingsDeclarations implements Declarations {
    static final ParameterType POINT_TIME = new ParameterType(
            "config.point-time",
            new ParameterType.Words(
                    "Time of the daily restore point",
                    "每日还原点时间",
                    "At this time a restore point of the configuration is kept every day, if it has changed.",
                    "每天到此时间，若配置有变化则保存一个还原点。"),
            new ParameterKind.TimeOfDay(),
            "02:30",
            ParameterType.Reach.INSTALLATION,
            Set.of());
    static final ParameterType POINTS_KEPT = new ParameterType(
            "config.points-kept",
            new ParameterType.Words(
                    "Restore points kept",
                    "保留的还原点数量",
                    "The oldest restore point goes when there are more.",
                    "超过此数量时删除最早的还原点。"),
            new ParameterKind.Count(3, 1_000, ""),
            60L,
            ParameterType.Reach.INSTALLATION,
            Set.of());

    private static final Map<SettingKind, List<String>> THINGS = Map.of(
            SettingKind.PARAMETER, List.of("Parameter", "参数"),
            SettingKind.DICTIONARY, List.of("Dictionary", "数据字典"),
            SettingKind.MENU, List.of("Menu of role", "角色菜单"),
            SettingKind.CALENDAR, List.of("Calendar", "日历"),
            SettingKind.HOLIDAYS, List.of("Holidays", "节假日"));

    @Override
    public List<PermissionType> permissions() {
        return List.of(
                new PermissionType(SettingKind.PARAMETER.permission(), "Change parameters", "修改参数"),
                new PermissionType(SettingKind.DICTIONARY.permission(), "Change dictionaries", "修改数据字典"),
                new PermissionType(SettingKind.MENU.permission(), "Change menus", "修改菜单"),
                new PermissionType(SettingKind.CALENDAR.permission(), "Change calendars and holidays", "修改日历与节假日"),
                new PermissionType(ConfigCommand.READ, "Read and compare the whole configuration", "读取与比较全部配置"),
                new PermissionType(ConfigCommand.IMPORT, "Import and restore the configuration", "导入与还原配置"));
    }

    @Override
    public List<ParameterType> parameters() {
        return List.of(POINT_TIME, POINTS_KEPT);
    }

    @Override
    public List<EventType> events() {
        List<EventType> events = new ArrayList<>();
        for (SettingKind kind : SettingKind.values()) {
            String english = THINGS.get(kind).get(0) + " {" + kind.idField() + "}";
            String chinese = THINGS.get(kind).get(1) + " {" + kind.idField() + "}";
            events.add(new EventWords(kind.wire() + ".saved", 1, english + " changed", chinese + " 已修改"));
            events.add(new EventWords(kind.wire() + ".removed", 1, english + " removed", chinese + " 已删除"));
            events.add(new EventWords(
                    kind.wire() + ".undone", 1, "Last change of " + english + " undone", chinese + " 的上次修改已撤销"));
        }
        events.add(new EventWords("config.exported", 1, "Configuration exported, {bytes} bytes", "配置已导出，{bytes} 字节"));
        events.add(new EventWords(
                "config.imported",
                1,
                "Configuration imported: {added} added, {changed} changed, {removed} removed",
                "配置已导入：新增 {added}，修改 {changed}，删除 {removed}"));
        events.add(new EventWords("file.saved", 1, "File {file} written", "文件 {file} 已写入"));
        events.add(new EventWords("file.removed", 1, "File {file} deleted", "文件 {file} 已删除"));
        events.add(new EventWords("staff.exported", 1, "Staff exported, {lines} lines", "人员已导出，{lines} 行"));
        events.add(new EventWords(
                "staff.imported",
                1,
                "Staff imported: {added} added, {changed} changed, {proposed} for review",
                "人员已导入：新增 {added}，修改 {changed}，待复核 {proposed}"));
        events.add(new EventWords("config.kept", 1, "Restore point {point} kept", "还原点 {point} 已保存"));
        events.add(new EventWords("config.restored", 1, "Configuration restored to {point}", "配置已还原到 {point}"));
        return events;
    }
}
