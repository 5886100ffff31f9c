package io.mergedesk.ui.login;

import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.web.header.HeaderWriterFilter;

/// Writes the protecting headers before anything else answers: a page of Vaadin is forwarded to,
/// and the response is closed before they would come at the end.
final class HeadersFirst implements ObjectPostProcessor<HeaderWriterFilter> {

    @Override
    public <T extends HeaderWriterFilter> T postProcess(T filter) {
        filter.setShouldWriteHeadersEagerly(true);
        return filter;
    }
}
