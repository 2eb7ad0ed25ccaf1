"""The virtual datacenter: a lender's site, an outside network and two tenants on one machine."""
