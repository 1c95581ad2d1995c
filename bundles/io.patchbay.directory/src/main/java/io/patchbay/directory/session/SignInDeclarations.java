// SPDX-License-Identifier: Apache-2.0
package io.patchbay.directory.session;

import io.patchbay.api.signin.AccountSecurity;
import io.patchbay.spi.event.Declarations;
import io.patchbay.spi.event.EventType;
import io.patchbay.spi.event.EventWords;
import io.patchbay.spi.event.PermissionType;
import java.util.List;
import org.osgi.service.component.annotations.Component;

/** What signing in declares. */
@Component
public final class SignInDeclarations implements Declarations {
    @Override
    public List<PermissionType> permissions() {
        return List.of(
                new PermissionType(
                        AccountSecurity.ASSIST,
                        "See and end sessions of others, demand and reset their second factors",
                        "查看并结束他人会话，要求和重置他人的双重验证"),
                new PermissionType(
                        AccountSecurity.SERVICES,
                        "Make service accounts, give and revoke their tokens",
                        "管理服务账号，发放和吊销令牌"));
    }

    @Override
    public List<EventType> events() {
        return List.of(
                words("signIn.newPlace", "{user} signed in from a new place, {source}", "{user} 从新位置 {source} 登录"),
                words(
                        "signIn.refused",
                        "{provider} named {user} but it is refused: {why}",
                        "{provider} 声称是 {user}，已拒绝：{why}"),
                words("totp.enrolled", "{user} set up an authenticator", "{user} 设置了身份验证器"),
                words("totp.removed", "{user} removed the authenticator", "{user} 移除了身份验证器"),
                words("totp.codesRenewed", "{user} made new recovery codes", "{user} 更新了恢复码"),
                words("totp.reset", "{actor} reset the second factor of {user}", "{actor} 重置了 {user} 的双重验证"),
                words(
                        "totp.demanded",
                        "{actor} changed whether {user} must have a second factor",
                        "{actor} 修改了对 {user} 的双重验证要求"),
                words("session.ended", "{actor} ended a session of {user}", "{actor} 结束了 {user} 的一个会话"),
                words(
                        "session.othersEnded",
                        "{actor} ended {sessions} sessions of {user}",
                        "{actor} 结束了 {user} 的 {sessions} 个会话"),
                words("service.saved", "{actor} saved service account {user}", "{actor} 保存了服务账号 {user}"),
                words("service.tokenMade", "{actor} made token {name} for {user}", "{actor} 为 {user} 发放了令牌 {name}"),
                words(
                        "service.tokenRevoked",
                        "{actor} revoked token {name} of {user}",
                        "{actor} 吊销了 {user} 的令牌 {name}"));
    }

    private static EventWords words(String type, String english, String chinese) {
        return new EventWords(type, 1, english, chinese);
    }
}
