"""Who reads which pages. Ids are those of `filling`."""

from dataclasses import dataclass

from .filling import LEASE, OFFER, ORDER, SERVER, TENANT, TRANSFER


@dataclass(frozen=True)
class Page:
    """One address; a list may ask the database for so much only, also when it is filtered or searched."""

    reader: str
    path: str
    is_list: bool = True

    def address(self, number: int) -> str:
        """As the reader of this number, from 1, opens it: a thing is of its own tenant."""
        return self.path.format(**{kind: first + number for kind, first in _FIRST.items()})


EMPTY = Page("anybody", "/empty/index.xhtml", False)

_ADMIN = ["/order/list.xhtml", "/order/list.xhtml?state=FULFILLED", "/order/list.xhtml?text=order-7", "/lease/list.xhtml",
          "/lease/list.xhtml?state=CLOSED", "/transfer/list.xhtml", "/gateway/list.xhtml", "/member/list.xhtml",
          "/member/invitations.xhtml", "/audit/list.xhtml", "/invoice/list.xhtml"]
_MEMBER = ["/image/list.xhtml", "/settings/list.xhtml", "/lease/list.xhtml?text=host", "/search.xhtml?q=host"]
_OPERATOR = ["/server/list.xhtml", "/server/list.xhtml?state=QUARANTINED", "/server/list.xhtml?text=server-0123",
             "/server/list.xhtml?page=200", "/order/list.xhtml?text=order-7", "/lease/list.xhtml?state=ACTIVE",
             "/lease/list.xhtml?text=server-0007", "/transfer/list.xhtml", "/offer/list.xhtml", "/tenant/list.xhtml",
             "/daemon/list.xhtml", "/problem/list.xhtml", "/mail/list.xhtml", "/audit/list.xhtml",
             "/search.xhtml?q=server-0123", "/announcement/list.xhtml"]
_BILLING = ["/usage/list.xhtml", "/usage/list.xhtml?text=server-0007", "/invoice/list.xhtml",
            "/invoice/list.xhtml?text=Tenant", "/price/list.xhtml"]
_THINGS = {
    "admin": ["/cost/list.xhtml"],
    "member": ["/order/new.xhtml", "/order/view.xhtml?id={order}", "/lease/view.xhtml?id={lease}",
               "/transfer/view.xhtml?id={transfer}"],
    "operator": ["/dashboard.xhtml", "/server/view.xhtml?id={server}", "/offer/view.xhtml?id={offer}",
                 "/tenant/view.xhtml?id={tenant}", "/report/overview.xhtml"],
    "billing": ["/report/revenue.xhtml"],
}
_FIRST = {"order": ORDER, "lease": LEASE, "transfer": TRANSFER, "server": SERVER, "offer": OFFER, "tenant": TENANT}


def pages() -> list:
    """All of them, by who reads them."""
    lists = {"admin": _ADMIN, "member": _MEMBER, "operator": _OPERATOR, "billing": _BILLING}
    return [Page(reader, path) for reader, paths in lists.items() for path in paths] + [
        Page(reader, path, False) for reader, paths in _THINGS.items() for path in paths]
