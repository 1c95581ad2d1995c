// SPDX-License-Identifier: Apache-2.0
package io.patchbay.signin.ldap;

import com.unboundid.ldap.sdk.BindResult;
import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.LDAPConnectionPool;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.LDAPSearchException;
import com.unboundid.ldap.sdk.ResultCode;
import com.unboundid.ldap.sdk.SearchRequest;
import com.unboundid.ldap.sdk.SearchResultEntry;
import com.unboundid.ldap.sdk.SearchScope;
import com.unboundid.ldap.sdk.SimpleBindRequest;
import io.patchbay.api.command.Problem;
import io.patchbay.spi.signin.IdentityProvider;
import java.io.IOException;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.metatype.annotations.Designate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Finds a person in a directory and tries his password there (RFC 4513, 5.1.3). */
@Component(
        service = IdentityProvider.class,
        configurationPid = LdapProvider.PID,
        configurationPolicy = ConfigurationPolicy.REQUIRE)
@Designate(ocd = LdapConfig.class, factory = true)
public final class LdapProvider implements IdentityProvider.ByPassword {
    static final String PID = "io.patchbay.signin.ldap";

    private static final Logger log = LoggerFactory.getLogger(LdapProvider.class);

    /** What a server says of a person who may not come in; everything else is the server's trouble. */
    private static final Set<ResultCode> HIS_FAULT = Set.of(
            ResultCode.INVALID_CREDENTIALS,
            ResultCode.NO_SUCH_OBJECT,
            ResultCode.INAPPROPRIATE_AUTHENTICATION,
            ResultCode.UNWILLING_TO_PERFORM,
            ResultCode.CONSTRAINT_VIOLATION,
            ResultCode.INSUFFICIENT_ACCESS_RIGHTS);

    private final LdapConfig config;
    private final String name;
    private final LDAPConnectionPool pool;

    /**
     * A directory.
     *
     * @param config its file
     * @param properties has the file's name
     */
    @Activate
    public LdapProvider(LdapConfig config, Map<String, Object> properties)
            throws LDAPException, IOException, GeneralSecurityException {
        this.config = config;
        String pid = String.valueOf(properties.get("service.pid"));
        name = "ldap-"
                + LdapServer.name(PID, pid)
                        .orElseThrow(() ->
                                new IllegalArgumentException("the file's name is not one of a directory: " + pid));
        Filter.create(config.filter().replace("{account}", "a"));
        pool = LdapServer.pool(config);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String english() {
        return config.title();
    }

    @Override
    public String chinese() {
        return config.titleChinese();
    }

    @Override
    public boolean asksSecondFactor() {
        return false;
    }

    @Override
    public Proof prove(String account, char[] password) {
        if (password.length == 0) {
            return new Proof.Wrong(); // a bind without password proves nothing (RFC 4513, 5.1.2)
        }
        byte[] bytes = bytes(password);
        try {
            Optional<SearchResultEntry> person = find(account);
            return person.isPresent() ? tried(account, person.get(), bytes) : new Proof.Wrong();
        } catch (LDAPException e) {
            log.warn("{} cannot be asked: {}", name, e.getResultCode());
            return away();
        } finally {
            java.util.Arrays.fill(bytes, (byte) 0);
        }
    }

    private static byte[] bytes(char[] password) {
        var encoded = StandardCharsets.UTF_8.encode(CharBuffer.wrap(password));
        byte[] bytes = new byte[encoded.remaining()];
        encoded.get(bytes);
        return bytes;
    }

    /** The one entry; of two nobody knows which is meant. */
    private Optional<SearchResultEntry> find(String account) throws LDAPException {
        Filter filter = Filter.create(config.filter().replace("{account}", Filter.encodeValue(account)));
        SearchRequest request = new SearchRequest(config.baseDn(), SearchScope.SUB, filter, config.subjectAttribute());
        request.setSizeLimit(2);
        try {
            List<SearchResultEntry> found = pool.search(request).getSearchEntries();
            return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
        } catch (LDAPSearchException e) {
            if (e.getResultCode().equals(ResultCode.SIZE_LIMIT_EXCEEDED)) {
                return Optional.empty();
            }
            throw e;
        }
    }

    private Proof tried(String account, SearchResultEntry person, byte[] password) throws LDAPException {
        try {
            BindResult result = pool.bindAndRevertAuthentication(new SimpleBindRequest(person.getDN(), password));
            if (!result.getResultCode().equals(ResultCode.SUCCESS)) {
                return new Proof.Wrong();
            }
            String subject = person.getAttributeValue(config.subjectAttribute());
            return new Proof.Proven(account, subject == null ? person.getDN() : subject);
        } catch (LDAPException e) {
            if (HIS_FAULT.contains(e.getResultCode())) {
                return new Proof.Wrong();
            }
            throw e;
        }
    }

    private Proof away() {
        return new Proof.Refused(Problem.of(
                "provider-away",
                "{0} does not answer. Try again later; accounts with a password here can sign in.",
                "{1} 暂无应答，请稍后再试；本系统密码账号仍可登录。",
                config.title(),
                config.titleChinese()));
    }

    @Deactivate
    void close() {
        pool.close();
    }
}
