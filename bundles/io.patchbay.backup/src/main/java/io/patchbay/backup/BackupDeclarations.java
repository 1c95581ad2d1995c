// SPDX-License-Identifier: Apache-2.0
package io.patchbay.backup;

import io.patchbay.backup.api.BackupCommand;
import io.patchbay.spi.event.Declarations;
import io.patchbay.spi.event.EventType;
import io.patchbay.spi.event.EventWords;
import io.patchbay.spi.event.PermissionType;
import java.util.List;
import org.osgi.service.component.annotations.Component;

/** What backups write into the trace, and who may make them. */
@Component
public final class BackupDeclarations implements Declarations {
    @Override
    public List<EventType> events() {
        return List.of(
                new EventWords("backup.begun", 1, "Backup into {file} begun", "开始备份到 {file}"),
                new EventWords("database.copying", 1, "Database being copied to {target}", "正在将数据库复制到 {target}"),
                new EventWords("keys.rotating", 1, "Master key being exchanged", "正在更换主密钥"));
    }

    @Override
    public List<PermissionType> permissions() {
        return List.of(new PermissionType(
                BackupCommand.PERMISSION, "Back everything up and copy the database", "备份全部数据、复制数据库"));
    }
}
