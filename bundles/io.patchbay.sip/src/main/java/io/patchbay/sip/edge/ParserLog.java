// SPDX-License-Identifier: Apache-2.0
package io.patchbay.sip.edge;

import gov.nist.core.StackLogger;
import java.util.Properties;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What JAIN-SIP's parsers log, which quotes the sender: at trace only, and never built unless wanted. */
final class ParserLog implements StackLogger {
    private static final Logger log = LoggerFactory.getLogger("io.patchbay.sip.parser");

    @Override
    public void logStackTrace() {}

    @Override
    public void logStackTrace(int traceLevel) {}

    @Override
    public int getLineCount() {
        return 0;
    }

    @Override
    public void logException(Throwable ex) {
        log.trace("parser", ex);
    }

    @Override
    public void logDebug(String message) {
        log.trace(message);
    }

    @Override
    public void logDebug(String message, Exception ex) {
        log.trace(message, ex);
    }

    @Override
    public void logTrace(String message) {
        log.trace(message);
    }

    @Override
    public void logFatalError(String message) {
        log.trace(message);
    }

    @Override
    public void logError(String message) {
        log.trace(message);
    }

    @Override
    public boolean isLoggingEnabled() {
        return log.isTraceEnabled();
    }

    @Override
    public boolean isLoggingEnabled(int logLevel) {
        return log.isTraceEnabled();
    }

    @Override
    public void logError(String message, Exception ex) {
        log.trace(message, ex);
    }

    @Override
    public void logWarning(String string) {
        log.trace(string);
    }

    @Override
    public void logInfo(String string) {
        log.trace(string);
    }

    @Override
    public void disableLogging() {}

    @Override
    public void enableLogging() {}

    @Override
    public void setBuildTimeStamp(String buildTimeStamp) {}

    @Override
    public void setStackProperties(Properties stackProperties) {}

    @Override
    public String getLoggerName() {
        return log.getName();
    }
}
