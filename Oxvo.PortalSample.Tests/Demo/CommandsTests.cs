using Oxvo.PortalSample.Demo;
using Oxvo.PortalSample.Tests.Repository;

namespace Oxvo.PortalSample.Tests.Demo;

/// <summary>What the program does with the first word of its command line.</summary>
public sealed class CommandsTests
{
    readonly StringWriter output = new(), error = new();
    readonly List<string[]> ran = [];

    [Fact]
    public async Task A_command_gets_the_rest_of_the_line_and_its_exit_status_counts()
    {
        var status = await Run("try", "mira", "--help")!;

        Assert.Equal(7, status);
        Assert.Equal(["mira", "--help"], Assert.Single(ran));
    }

    [Theory]
    [InlineData()]
    [InlineData("--urls", "http://localhost:6000")]
    [InlineData("--urls=http://localhost:6000")]
    [InlineData("/urls", "http://localhost:6000")]
    [InlineData("Portal:Site:Name=Lumen", "try")]
    public void A_setting_starts_the_demo(params string[] line)
    {
        Assert.Null(Run(line));
        Assert.Empty(ran);
    }

    [Theory]
    [InlineData("help")]
    [InlineData("--help")]
    [InlineData("-h")]
    [InlineData("-?")]
    [InlineData("/?")]
    public async Task Help_names_each_command_with_what_it_does(string asked)
    {
        var status = await Run(asked)!;

        Assert.Equal(0, status);
        Assert.Contains("  check   Checks an app\n  try     Reads an account\n",
            output.ToString().ReplaceLineEndings("\n"));
        Assert.All(output.ToString().Split('\n'), line => Assert.InRange(line.Length, 0, 80));
    }

    [Theory]
    [InlineData("chek")]
    [InlineData("Check")]
    [InlineData("mira")]
    [InlineData("")]
    public async Task A_mistyped_command_starts_nothing_and_is_told_the_right_ones(string typed)
    {
        var status = await Run(typed, "http://localhost:6000")!;

        Assert.Equal(2, status);
        Assert.Equal($"'{typed}' is not a command. Use check, try; --help says what each does.",
            error.ToString().TrimEnd());
    }

    [Fact]
    public async Task The_program_itself_ends_at_a_mistyped_command()
    {
        var (exit, said) = await Command.RunAsync(
            Path.GetTempPath(), ["dotnet", Browser.Sample.Program, "chek", "http://localhost:6000"]);

        Assert.Equal(2, exit);
        Assert.Equal("'chek' is not a command. Use check, key, mock, proof, status, try; --help says what each does.",
            said.Trim());
    }

    [Fact]
    public async Task The_programs_own_help_has_a_line_for_each_command()
    {
        var (exit, said) = await Command.RunAsync(Path.GetTempPath(), ["dotnet", Browser.Sample.Program, "--help"]);

        var lines = said.ReplaceLineEndings("\n").Split('\n');
        Assert.Equal(0, exit);
        Assert.Equal(["check", "key", "mock", "proof", "status", "try"],
            lines.Where(line => line is [' ', ' ', not ' ' and not '-', ..]).Select(line => line.Trim().Split(' ')[0]));
        Assert.All(lines, line => Assert.InRange(line.Length, 0, 80));
    }

    Task<int>? Run(params string[] line)
    {
        Commands commands = new(
            (new("check", "Checks an app. Exit status: 0 well."), Take), (new("try", "Reads an account."), Take));
        return commands.Run(line, output, error);
    }

    Task<int> Take(string[] line)
    {
        ran.Add(line);
        return Task.FromResult(7);
    }
}
