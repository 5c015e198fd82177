namespace Oxvo.PortalSample.Demo.Data;

public sealed record DemoOrder
{
    public required string Number { get; init; }
    public required string PlacedAt { get; init; }
    public required string Status { get; init; }
    public required IReadOnlyList<DemoOrderItem> Items { get; init; }
    public IReadOnlyList<DemoShipment> Shipments { get; init; } = [];
}

public sealed record DemoOrderItem
{
    public required string Title { get; init; }
    public int Quantity { get; init; } = 1;
    public required long Price { get; init; }
}

public sealed record DemoShipment
{
    public required string Carrier { get; init; }
    public string? TrackingNumber { get; init; }
    public required string Status { get; init; }
    public string? ExpectedOn { get; init; }
    public string? ExpectedBy { get; init; }
    public IReadOnlyList<DemoCheckpoint> Checkpoints { get; init; } = [];
}

public sealed record DemoCheckpoint
{
    public required string At { get; init; }
    public required string Status { get; init; }
    public string? Place { get; init; }
    public required string Text { get; init; }
}

public sealed record DemoTask
{
    public required string Title { get; init; }
    public required string Status { get; init; }
    public string? DueOn { get; init; }
    public string? Url { get; init; }
    public DemoBlocker? Blocker { get; init; }
}

public sealed record DemoBlocker
{
    public required string Text { get; init; }
    public required string Owner { get; init; }
}
