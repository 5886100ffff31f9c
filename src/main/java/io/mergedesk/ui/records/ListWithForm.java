package io.mergedesk.ui.records;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.masterdetaillayout.MasterDetailLayout;
import java.util.Optional;

/// A list and, beside it or over it on a small screen, the form of one of its records.
final class ListWithForm extends MasterDetailLayout {

    private static final String NAME_THE_DIALOG =
            """
            this.updateComplete.then(() => {
              const detail = this.shadowRoot.getElementById('detail');
              const name = () => detail.hasAttribute('role')
                ? detail.setAttribute('aria-label', $0)
                : detail.removeAttribute('aria-label');
              new MutationObserver(name).observe(detail, { attributeFilter: ['role'] });
              name();
            })
            """;

    /// @param close closes the form
    ListWithForm(RecordList list, Runnable close) {
        setMaster(list);
        // no wider than what a small phone leaves between the margins
        setMasterSize("340px");
        setExpandMaster(true);
        setDetailSize("440px");
        setOverlaySize("100%");
        setAnimationEnabled(false);
        setSizeFull();
        addDetailEscapePressListener(_ -> close.run());
    }

    /// On a small screen the component makes a dialog of what lies over the list, and gives it no
    /// name; a name without the role is not allowed either.
    @Override
    protected void onAttach(AttachEvent event) {
        super.onAttach(event);
        getElement().executeJs(NAME_THE_DIALOG, "Record");
    }

    void show(Optional<RecordForm> form) {
        setDetail(form.orElse(null));
    }
}
