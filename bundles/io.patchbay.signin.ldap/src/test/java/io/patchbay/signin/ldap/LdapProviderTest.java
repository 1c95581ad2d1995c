// SPDX-License-Identifier: Apache-2.0
package io.patchbay.signin.ldap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.unboundid.ldap.listener.InMemoryDirectoryServer;
import com.unboundid.ldap.listener.InMemoryDirectoryServerConfig;
import com.unboundid.ldap.listener.InMemoryListenerConfig;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldif.LDIFException;
import com.unboundid.util.ssl.KeyStoreKeyManager;
import com.unboundid.util.ssl.SSLUtil;
import com.unboundid.util.ssl.cert.ManageCertificates;
import io.patchbay.spi.signin.IdentityProvider.Proof;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.net.InetAddress;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class LdapProviderTest {
    private static final String BASE = "dc=bank,dc=example";
    private static final char[] KEY_PASSWORD = "changeit-now".toCharArray();

    @TempDir
    Path folder;

    private InMemoryDirectoryServer server;
    private Path pem;

    @BeforeEach
    void start() throws Exception {
        Path store = folder.resolve("ldap.p12");
        pem = folder.resolve("ldap.pem");
        certificate(store);
        SSLUtil tls = new SSLUtil(new KeyStoreKeyManager(store.toFile(), KEY_PASSWORD, "PKCS12", "ldap"), null);
        InMemoryDirectoryServerConfig config = new InMemoryDirectoryServerConfig(BASE);
        config.addAdditionalBindCredentials("cn=reader", "reads");
        InetAddress here = InetAddress.getLoopbackAddress();
        config.setListenerConfigs(
                InMemoryListenerConfig.createLDAPConfig("plain", here, 0, tls.createSSLSocketFactory()),
                InMemoryListenerConfig.createLDAPSConfig(
                        "tls", here, 0, tls.createSSLServerSocketFactory(), tls.createSSLSocketFactory()));
        server = new InMemoryDirectoryServer(config);
        server.add("dn: " + BASE, "objectClass: top", "objectClass: domain", "dc: bank");
        person("alice", "right horse", "alice");
        person("alice2", "other", "twin");
        person("alice3", "other", "twin");
        server.startListening();
    }

    private void person(String name, String password, String uid) throws LDAPException, LDIFException {
        server.add(
                "dn: cn=" + name + "," + BASE,
                "objectClass: top",
                "objectClass: person",
                "objectClass: organizationalPerson",
                "objectClass: inetOrgPerson",
                "cn: " + name,
                "sn: " + name,
                "uid: " + uid,
                "userPassword: " + password);
    }

    private void certificate(Path store) {
        manage(
                "generate-self-signed-certificate",
                "--keystore",
                store.toString(),
                "--keystore-type",
                "PKCS12",
                "--keystore-password",
                new String(KEY_PASSWORD),
                "--alias",
                "ldap",
                "--subject-dn",
                "CN=localhost",
                "--subject-alternative-name-dns",
                "localhost",
                "--subject-alternative-name-ip-address",
                "127.0.0.1");
        manage(
                "export-certificate",
                "--keystore",
                store.toString(),
                "--keystore-password",
                new String(KEY_PASSWORD),
                "--alias",
                "ldap",
                "--output-format",
                "PEM",
                "--output-file",
                pem.toString());
    }

    private static void manage(String... arguments) {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        assertThat(ManageCertificates.main(null, said, said, arguments).intValue())
                .as(said.toString(java.nio.charset.StandardCharsets.UTF_8))
                .isZero();
    }

    @AfterEach
    void stop() {
        server.shutDown(true);
    }

    private LdapProvider provider(Map<String, Object> changes)
            throws LDAPException, IOException, GeneralSecurityException {
        Map<String, Object> values = new HashMap<>(Map.of(
                "host", "localhost",
                "port", server.getListenPort("plain"),
                "tls", "starttls",
                "trust", pem.toString(),
                "bindDn", "cn=reader",
                "password", "reads",
                "baseDn", BASE));
        values.putAll(changes);
        LdapConfig config = (LdapConfig) Proxy.newProxyInstance(
                LdapConfig.class.getClassLoader(),
                new Class<?>[] {LdapConfig.class},
                (proxy, method, arguments) -> values.getOrDefault(method.getName(), method.getDefaultValue()));
        return new LdapProvider(config, Map.of("service.pid", "io.patchbay.signin.ldap~bank"));
    }

    private static Proof prove(LdapProvider provider, String account, String password) {
        return provider.prove(account, password.toCharArray());
    }

    @Test
    void theRightPasswordProvesWithALastingId() throws Exception {
        LdapProvider provider = provider(Map.of());
        assertThat(provider.name()).isEqualTo("ldap-bank");
        assertThat(prove(provider, "alice", "right horse")).isInstanceOfSatisfying(Proof.Proven.class, proven -> {
            assertThat(proven.account()).isEqualTo("alice");
            assertThat(proven.subject()).hasSize(36);
        });
        assertThat(prove(provider, "alice", "wrong")).isInstanceOf(Proof.Wrong.class);
        assertThat(prove(provider, "nobody", "right horse")).isInstanceOf(Proof.Wrong.class);
        assertThat(prove(provider, "alice", "right horse"))
                .as("after failures the pool is still the reader's")
                .isInstanceOf(Proof.Proven.class);
    }

    @Test
    void ldapsIsAsGood() throws Exception {
        LdapProvider provider = provider(Map.of("tls", "ldaps", "port", server.getListenPort("tls")));
        assertThat(prove(provider, "alice", "right horse")).isInstanceOf(Proof.Proven.class);
    }

    @Test
    void anEmptyPasswordProvesNothing() throws Exception {
        assertThat(prove(provider(Map.of()), "alice", "")).isInstanceOf(Proof.Wrong.class);
    }

    @Test
    void aNameThatIsAFilterFindsNobody() throws Exception {
        LdapProvider provider = provider(Map.of());
        for (String account : new String[] {"*", "alice)(uid=*", "a*", "alice)(|(uid=alice"}) {
            assertThat(prove(provider, account, "right horse")).as(account).isInstanceOf(Proof.Wrong.class);
        }
    }

    @Test
    void ofTwoEntriesNobodyIsProven() throws Exception {
        assertThat(prove(provider(Map.of()), "twin", "other")).isInstanceOf(Proof.Wrong.class);
    }

    @Test
    void aServerThatIsAwayIsToldInWords() throws Exception {
        LdapProvider provider = provider(Map.of("title", "Bank", "titleChinese", "行内账号"));
        server.shutDown(true);
        assertThat(prove(provider, "alice", "right horse")).isInstanceOfSatisfying(Proof.Refused.class, no -> {
            assertThat(no.problem().english()).contains("Bank");
            assertThat(no.problem().chinese()).contains("行内账号");
        });
        server.startListening();
    }

    @Test
    void aCertificateNobodyTrustsAndAWrongNameAreRefused() throws Exception {
        assertThat(prove(provider(Map.of("trust", "")), "alice", "right horse")).isInstanceOf(Proof.Refused.class);
        assertThat(prove(provider(Map.of("host", "127.0.0.2")), "alice", "right horse"))
                .isInstanceOf(Proof.Refused.class);
    }

    @Test
    void aWrongReaderIsTheServersTroubleNotThePersons() throws Exception {
        assertThat(prove(provider(Map.of("password", "wrong")), "alice", "right horse"))
                .isInstanceOf(Proof.Refused.class);
    }

    @Test
    void plainTextIsForLoopbackOnlyAndFiltersAreChecked() throws Exception {
        assertThat(prove(provider(Map.of("tls", "none")), "alice", "right horse"))
                .isInstanceOf(Proof.Proven.class);
        assertThatThrownBy(() -> provider(Map.of("tls", "none", "host", "192.0.2.1")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> provider(Map.of("filter", "(uid={account}"))).isInstanceOf(LDAPException.class);
    }
}
