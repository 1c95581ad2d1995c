// SPDX-License-Identifier: Apache-2.0
package io.patchbay.signin.ldap;

import com.unboundid.ldap.sdk.BindRequest;
import com.unboundid.ldap.sdk.LDAPConnectionOptions;
import com.unboundid.ldap.sdk.LDAPConnectionPool;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.PostConnectProcessor;
import com.unboundid.ldap.sdk.SimpleBindRequest;
import com.unboundid.ldap.sdk.SingleServerSet;
import com.unboundid.ldap.sdk.StartTLSPostConnectProcessor;
import com.unboundid.util.ssl.HostNameSSLSocketVerifier;
import java.io.IOException;
import java.net.InetAddress;
import java.security.GeneralSecurityException;
import java.util.Optional;
import javax.net.SocketFactory;
import javax.net.ssl.SSLContext;

/** Connections to the server; none is opened before somebody needs it. */
final class LdapServer {
    private LdapServer() {}

    static LDAPConnectionPool pool(LdapConfig config) throws LDAPException, IOException, GeneralSecurityException {
        boolean ldaps = config.tls().equals("ldaps");
        boolean startTls = config.tls().equals("starttls");
        if (!ldaps && !startTls && !InetAddress.getByName(config.host()).isLoopbackAddress()) {
            throw new IllegalArgumentException(
                    "tls = none is for a loopback address only: passwords would be readable on the way to "
                            + config.host());
        }
        SSLContext trust = Trust.of(config.trust());
        int port = config.port() != 0 ? config.port() : ldaps ? 636 : 389;
        SocketFactory sockets = ldaps ? trust.getSocketFactory() : SocketFactory.getDefault();
        BindRequest bind = config.bindDn().isBlank() ? null : new SimpleBindRequest(config.bindDn(), config.password());
        PostConnectProcessor upgrade = startTls ? new StartTLSPostConnectProcessor(trust) : null;
        LDAPConnectionPool pool = new LDAPConnectionPool(
                new SingleServerSet(config.host(), port, sockets, options(config), bind, upgrade),
                bind,
                0,
                config.connections());
        pool.setMaxWaitTimeMillis(config.timeoutMillis());
        pool.setRetryFailedOperationsDueToInvalidConnections(true);
        pool.setConnectionPoolName("patchbay-ldap");
        return pool;
    }

    private static LDAPConnectionOptions options(LdapConfig config) {
        LDAPConnectionOptions options = new LDAPConnectionOptions();
        options.setConnectTimeoutMillis(config.timeoutMillis());
        options.setResponseTimeoutMillis(config.timeoutMillis());
        options.setFollowReferrals(false);
        options.setBindWithDNRequiresPassword(true);
        options.setSSLSocketVerifier(new HostNameSSLSocketVerifier(false));
        return options;
    }

    /** The name of an account: what stands behind the PID in the file's name. */
    static Optional<String> name(String pid, String service) {
        return Optional.of(service.startsWith(pid) ? service.substring(pid.length()) : service)
                .map(rest -> rest.replaceFirst("^[~.-]", ""))
                .filter(name -> name.matches("[a-z0-9][a-z0-9-]{0,40}"));
    }
}
